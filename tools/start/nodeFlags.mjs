/**
 * Flags of Node for processes of the backend that run on: young objects gather up to 32 MB, from 16 MB on.
 *
 * Where memory is plenty Node 24 lets 64 MB gather before it looks through them, a pause of 5 to 15 ms in the middle of
 * answers that take one; half as much halves the pause and keeps 40 MB less. It begins with 1 MB, and the first answers
 * after a start pay for every step on the way.
 */
export const nodeFlags = ['--min-semi-space-size=16', '--max-semi-space-size=32'];
