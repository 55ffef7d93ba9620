/** Limits that hold for everyone, whatever the plan. */
export const limits = {
  /** JSON bodies; 8 MiB. */
  json_body_bytes: 8 * 1024 * 1024,
  /** What lies beyond is unread, with the warning `text_truncated`. In UTF-16 units. */
  text_characters: 200_000,
  /** One resume file, downloaded or uploaded; 10 MiB. */
  file_bytes: 10 * 1024 * 1024,
  /** Elements of one list in a request, whatever the plan; more would not fit into a body of real resumes. */
  list_items: 5_000,
  /** All files of one upload together; 256 MiB. */
  upload_bytes: 256 * 1024 * 1024,
  id_characters: 256,
  url_characters: 4096,
  idempotency_key_characters: 255,
} as const
