-- What a list shows (filter, search, order, columns), kept by name.
CREATE TABLE saved_view (
  num     INTEGER PRIMARY KEY,
  id      TEXT NOT NULL UNIQUE,
  list    TEXT NOT NULL CHECK (list IN ('claims', 'events', 'actors', 'outlets', 'documents', 'places')),
  name    TEXT NOT NULL CHECK (name <> ''),
  search  TEXT NOT NULL DEFAULT '',
  filter  TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(filter)),
  -- NULL: the view leaves the order, or the columns, as they are.
  sort    TEXT CHECK (sort IS NULL OR json_valid(sort)),
  columns TEXT CHECK (columns IS NULL OR json_valid(columns))
) STRICT;
