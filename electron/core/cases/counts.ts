import type { CaseCounts } from '../../../shared/case.ts'
import { get, sql, type ReadDb } from '../../store/db.ts'

/** How many live records of each kind there are. */
export const caseCounts = (db: ReadDb): CaseCounts =>
  get<CaseCounts>(
    db,
    sql`SELECT (SELECT count(*) FROM claim) - (SELECT count(*) FROM claim WHERE trashed IS NOT NULL) AS claims,
      (SELECT count(*) FROM event WHERE trashed IS NULL) AS events,
      (SELECT count(*) FROM actor WHERE trashed IS NULL) AS actors,
      (SELECT count(*) FROM outlet WHERE trashed IS NULL) AS outlets,
      (SELECT count(*) FROM document) - (SELECT count(*) FROM document WHERE trashed IS NOT NULL) AS documents,
      (SELECT count(*) FROM place WHERE trashed IS NULL) AS places,
      (SELECT count(*) FROM note WHERE trashed IS NULL) AS notes,
      (SELECT count(*) FROM judgement WHERE trashed IS NULL) AS judgements`,
  ) as CaseCounts
