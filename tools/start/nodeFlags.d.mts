/** Flags of Node for processes of the backend that run on. */
export const nodeFlags: string[];
