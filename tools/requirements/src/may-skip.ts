/** Whether something may be skipped here for want of a program. In CI it may not: a green build means that all of it ran. */
export const maySkip = (): boolean => process.env['CI'] !== 'true';
