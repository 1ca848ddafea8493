-- Whoever has the address of a published sheet may read it: a batch knows its list by a name that opens nothing.
UPDATE "Batch"
SET source = jsonb_set(source::jsonb, '{name}', to_jsonb(
  CASE
    WHEN source->>'name' LIKE 'https://docs.google.com/%' THEN 'Google Sheet'
    ELSE split_part(regexp_replace(source->>'name', '^https?://', ''), '/', 1)
  END))
WHERE source->>'kind' = 'sheet' AND source->>'name' ~ '^https?://';
