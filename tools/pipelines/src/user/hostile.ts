/** A value that a shell must not read: it would make the file `harm` where the shell runs. */
export const hostile = `it's "$(touch harm)" \`touch harm\`; touch harm && * $HOME \\ # | -- é`;
