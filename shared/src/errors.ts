/**
 * Every error a person or a program may be told about: HTTP status, and the sentence shown when the client has no
 * translation of the code. Routes and sockets throw `DomainError` with one of these codes; anything else is a bug.
 */
export const errorKinds = {
  invalid_input: { status: 400, title: 'Something in the request is not right.' },
  malformed_json: { status: 400, title: 'The request is not readable JSON.' },
  not_signed_in: { status: 401, title: 'Please sign in, or open your invitation again.' },
  wrong_credentials: { status: 401, title: 'The email or the password is not right.' },
  not_allowed: { status: 403, title: 'Your role does not allow this here.' },
  foreign_origin: { status: 403, title: 'The request came from another site.' },
  not_a_member: { status: 403, title: 'You are not on this board. Open your invitation to join it.' },
  removed_from_board: { status: 403, title: 'You were removed from this board. A facilitator can let you in again.' },
  left_out_of_vote: { status: 403, title: 'A facilitator has left you out of this vote.' },
  door_locked: { status: 403, title: 'The door of this board is locked. Ask the facilitator to open it.' },
  account_disabled: { status: 403, title: 'This account is switched off. Ask an administrator.' },
  not_found: { status: 404, title: 'There is nothing here.' },
  pilot_not_found: { status: 404, title: 'This pilot does not exist.' },
  board_not_found: { status: 404, title: 'This board does not exist.' },
  template_not_found: { status: 404, title: 'This template does not exist.' },
  unknown_code: { status: 404, title: 'This code is not known. Check it with the person who invited you.' },
  checkpoint_not_found: { status: 404, title: 'This checkpoint does not exist.' },
  no_session: { status: 404, title: 'There is no session on this board.' },
  session_not_found: { status: 404, title: 'This session does not exist.' },
  person_not_found: { status: 404, title: 'This person is not on this board.' },
  removal_not_found: { status: 404, title: 'What was removed is not kept any more.' },
  vote_not_found: { status: 404, title: 'This vote does not exist.' },
  file_not_found: { status: 404, title: 'This file does not exist.' },
  account_not_found: { status: 404, title: 'This account does not exist.' },
  unknown_link: { status: 404, title: 'This link is not known. Ask for a new one.' },
  email_taken: { status: 409, title: 'There is already an account with this email.' },
  last_administrator: { status: 409, title: 'The last administrator cannot be switched off or changed.' },
  checkpoint_damaged: {
    status: 409,
    title: 'This checkpoint is damaged: what is stored is not what was written. It can be neither shown nor restored.',
  },
  too_many_checkpoints: {
    status: 409,
    title: 'This board keeps no more checkpoints. Delete one that is not needed first.',
  },
  session_exists: { status: 409, title: 'This board has a session already. End it before you prepare another.' },
  session_running: { status: 409, title: 'The session has begun already.' },
  session_not_running: { status: 409, title: 'The session has not begun yet.' },
  session_over: { status: 409, title: 'This session is over.' },
  session_stale: {
    status: 409,
    title: 'Somebody else has just moved the session on. Look at it again, then decide.',
  },
  session_damaged: {
    status: 409,
    title: 'What is stored of this session is damaged. The board itself is not touched by it.',
  },
  no_steps: { status: 409, title: 'The session has no steps yet. Add one before you start.' },
  no_later_step: { status: 409, title: 'This is the last step. End the session when you are done.' },
  no_earlier_step: { status: 409, title: 'This is the first step.' },
  step_is_running: { status: 409, title: 'This step is running. Go to another one before you remove it.' },
  round_is_over: { status: 409, title: 'This round of tables is over. Go back to its step to change it.' },
  no_seats: { status: 409, title: 'Nobody has been seated for this step yet. Plan the tables first.' },
  vote_is_open: { status: 409, title: 'A vote is open on this board. Close it first.' },
  vote_closed: { status: 409, title: 'This vote is closed.' },
  dot_is_used: { status: 409, title: 'This dot is on another note already. Take it back first.' },
  one_dot_each: { status: 409, title: 'Only one of your dots can be on the same note.' },
  vote_is_secret: {
    status: 409,
    title: 'This vote was secret: nobody knows any more whose dots are whose, so nobody can be left out afterwards.',
  },
  too_many_votes: { status: 409, title: 'This board keeps no more votes: 200 is the most.' },
  still_alone: { status: 409, title: 'People are still writing alone. Show your notes when this step is over.' },
  writing_held: { status: 409, title: 'Writing there is held right now. Show your notes afterwards.' },
  board_deleted: { status: 410, title: 'This board was deleted. A facilitator can bring it back for 30 days.' },
  invite_expired: { status: 410, title: 'This invitation has expired. Ask for a new one.' },
  invite_switched_off: { status: 410, title: 'This invitation was switched off. Ask for a new one.' },
  link_used: { status: 410, title: 'This link was used already or has expired. Ask for a new one.' },
  too_large: { status: 413, title: 'This is too large.' },
  image_too_large: { status: 413, title: 'This image is too large: 10 MB is the most.' },
  board_files_full: { status: 413, title: 'This board holds as many pictures as it may: 1 GB.' },
  own_files_full: { status: 413, title: 'You have put as many pictures on this board as one person may: 256 MB.' },
  file_too_large: { status: 413, title: 'This file is too large: 50 MB is the most.' },
  unsupported_media_type: { status: 415, title: 'The request must be application/json, in UTF-8.' },
  unsupported_image: { status: 415, title: 'Only PNG, JPEG, GIF, WebP and SVG images can be put on a board.' },
  unknown_step: { status: 422, title: 'This step is not in the session any more.' },
  step_too_long: { status: 422, title: 'A step lasts from 0 minutes to 24 hours, in whole minutes.' },
  too_many_steps: { status: 422, title: 'A session has 100 steps at most.' },
  text_too_long: { status: 422, title: 'This text is too long.' },
  out_of_bounds: { status: 422, title: 'One of these values is not possible.' },
  not_a_facilitator: {
    status: 422,
    title: 'Only a facilitator can lead or stand in. Make this person a facilitator first.',
  },
  not_tables: { status: 422, title: 'These steps are not at the same tables.' },
  unknown_table: { status: 422, title: 'This table is not in the step.' },
  seated_twice: { status: 422, title: 'Somebody would sit at two tables at once.' },
  unknown_person: { status: 422, title: 'One of these people is not on this board.' },
  not_votable: { status: 422, title: 'This cannot be voted on.' },
  outside_vote_zone: { status: 422, title: 'This lies outside of the zone that is voted in.' },
  no_such_dot: { status: 422, title: 'You do not have so many dots in this vote.' },
  not_a_voter: { status: 422, title: 'This person may not vote on this board.' },
  tldr_cut_off: { status: 422, title: 'This file ends too early: a part of it is missing.' },
  tldr_unreadable: { status: 422, title: 'This is not a .tldr file, or it is damaged.' },
  tldr_damaged: { status: 422, title: 'Something in this .tldr file does not fit together.' },
  tldr_too_old: {
    status: 422,
    title: 'This file was made by the first tldraw. Open it at tldraw.com, save it again, and bring that file.',
  },
  tldr_too_far: { status: 422, title: 'Something in this .tldr file lies where nobody can reach it.' },
  tldr_too_new: { status: 422, title: 'This file was made by a newer tldraw than this server knows.' },
  template_unreadable: { status: 422, title: 'This is not a template file of Tablecloth, or only a part of one.' },
  template_too_new: { status: 422, title: 'This template was made by a newer Tablecloth than this server.' },
  template_damaged: { status: 422, title: 'Some things in this template do not fit.' },
  other_pilot: { status: 422, title: 'These two boards belong to different pilots.' },
  zone_not_found: { status: 422, title: 'This zone is not on the board any more.' },
  board_without_zones: { status: 409, title: 'This board has no zones, so there is nothing to make a template of.' },
  too_many_templates: { status: 409, title: 'This server keeps no more templates of your own: 500 is the most.' },
  template_too_large: { status: 413, title: 'This template file is too large: 1 MB is the most.' },
  too_many_pages: { status: 422, title: 'A board has 20 pages at most.' },
  too_many_shapes: {
    status: 422,
    title: 'This is more than a board takes: 10,000 notes and shapes on a page are the most.',
  },
  too_many_wrong_codes: { status: 429, title: 'Too many wrong codes. Wait a minute, or open the link or QR code.' },
  too_many_requests: { status: 429, title: 'Too many requests. Wait a minute and try again.' },
  board_unreadable: {
    status: 500,
    title: 'Nothing that is stored of this board can be read. Ask the operator of the server for a backup.',
  },
  internal: { status: 500, title: 'Something went wrong on our side. It has been written to the log.' },
  store_unavailable: {
    status: 503,
    title: 'The server’s store takes no changes right now. Nothing was changed; try again in a moment.',
  },
  not_ready: { status: 503, title: 'The server is not ready yet. Try again in a moment.' },
} as const satisfies Record<string, { status: number; title: string }>

export type ErrorCode = keyof typeof errorKinds

/** Something a person may be told. `details` go into the problem document; put nothing secret there. */
export class DomainError extends Error {
  readonly code: ErrorCode
  readonly details: Readonly<Record<string, unknown>>

  constructor(code: ErrorCode, details: Readonly<Record<string, unknown>> = {}, options?: ErrorOptions) {
    super(code, options)
    this.name = 'DomainError'
    this.code = code
    this.details = details
  }
}

/** The peer sent what the protocol does not allow; its connection is closed. */
export class ProtocolError extends Error {
  override readonly name = 'ProtocolError'
}
