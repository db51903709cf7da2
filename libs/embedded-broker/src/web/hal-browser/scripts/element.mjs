// Builds elements. What comes from the broker is only ever put in as text, so that no name becomes markup.

/** An element; properties are set, or, where the name has a hyphen, given as attributes. */
export function element(name, properties = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key.includes('-')) made.setAttribute(key, value);
    else made[key] = value;
  }
  made.append(...children);
  return made;
}

/** Text that can be scrolled, by the keyboard too. */
export const preformatted = (text) => element('pre', { tabIndex: 0 }, text);
