// Of a selector's fields only those stay that its kind of versions needs; the others are not sent.
for (const fieldset of document.querySelectorAll('fieldset[data-selector]')) {
  const kind = fieldset.querySelector('[data-kind]');
  const show = () => {
    for (const field of fieldset.querySelectorAll('[data-for]')) {
      const isNeeded = field.dataset.for.split(' ').includes(kind.value);
      const isImplied = 'implied' in field.dataset;
      field.hidden = isImplied || !isNeeded;
      const input = field.querySelector('input, select');
      input.disabled = !isNeeded;
      if (isImplied) input.checked = isNeeded;
    }
  };
  kind.addEventListener('change', show);
  show();
}

// What was left empty is not sent, so that the address says only what was asked for.
for (const form of document.querySelectorAll('form[data-without-blanks]')) {
  let blanks = [];
  form.addEventListener('submit', () => {
    // A box that is ticked is not empty, even if its value is.
    blanks = [...form.elements].filter(
      ({ name, value, disabled, type }) => name && value === '' && !disabled && type !== 'checkbox',
    );
    for (const field of blanks) field.disabled = true;
  });
  // The browser may show the same page again when somebody goes back.
  addEventListener('pageshow', () => {
    for (const field of blanks) field.disabled = false;
    blanks = [];
  });
}
