-- What a list shows (filter, search, order, columns), kept by name.
CREATE TABLE saved_view (
  num     INTEGER PRIMARY KEY,
  id      TEXT NOT NULL UNIQUE,
  list    TEXT NOT NULL CHECK (list IN ('claims', 'events', 'actors', 'outlets', 'documents', 'places')),
  name    TEXT NOT NULL CHECK (name <> ''),
  search  TEXT NOT NULL DEFAULT '',
  filter  TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(filter)),
  -- JSON null: the view leaves the order, or the columns, as they are.
  sort    TEXT NOT NULL DEFAULT 'null' CHECK (json_valid(sort)),
  columns TEXT NOT NULL DEFAULT 'null' CHECK (json_valid(columns))
) STRICT;
