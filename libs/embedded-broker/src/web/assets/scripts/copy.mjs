// A click on a copy button copies its text and says so for a moment, to screen readers too.
document.addEventListener('click', async (event) => {
  const button = event.target.closest?.('button[data-copy]');
  if (!button) return;
  let said = 'Copied';
  try {
    await navigator.clipboard.writeText(button.dataset.copy);
  } catch {
    said = 'Copying is not allowed here';
  }
  const bubble = document.createElement('span');
  bubble.className = 'bubble';
  bubble.setAttribute('role', 'status');
  button.after(bubble);
  bubble.textContent = said;
  setTimeout(() => bubble.remove(), 1500);
});
