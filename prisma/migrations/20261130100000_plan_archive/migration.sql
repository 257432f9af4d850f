-- Since when nothing in a plan may be changed.
ALTER TABLE plan ADD COLUMN archived_at timestamptz(3);
