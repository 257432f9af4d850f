-- In a migration of its own: a value of an enum is used only once it is committed.
ALTER TYPE "FeedAudience" ADD VALUE 'PERSONNE';
