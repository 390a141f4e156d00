/** An error that a user can act on. `field` names the parameter or column; `message` says what is wrong and what to do. */
export class EncoreError extends Error {
  readonly code: string;
  readonly statusCode: number;
  readonly field: string | undefined;

  constructor(code: string, statusCode: number, message: string, field?: string) {
    super(message);
    this.name = 'EncoreError';
    this.code = code;
    this.statusCode = statusCode;
    this.field = field;
  }
}

export const notFound = (code: string, message: string, field?: string) => new EncoreError(code, 404, message, field);
export const badRequest = (code: string, message: string, field?: string) => new EncoreError(code, 400, message, field);
export const forbidden = (code: string, message: string) => new EncoreError(code, 403, message);
