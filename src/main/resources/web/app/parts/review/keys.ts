/** Returns whether keys confirm a form: Ctrl+Enter, or Command+Enter. */
export const isConfirmation = (event: KeyboardEvent): boolean => event.key === 'Enter' && (event.ctrlKey || event.metaKey);
