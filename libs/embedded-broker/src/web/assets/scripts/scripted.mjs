// What only works with scripts is hidden by the stylesheet until this is said.
document.documentElement.classList.add('scripted');
