// The second reader: a reading of a sample that is blind to everybody else's, so that agreement can be computed
// (inference/agreement.h). The reader's calls change no cell of the sample.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/catalog/catalog.h"
#include "core/catalog/cells.h"

namespace tomocyte {

struct Reading {
  RecordId id = 0;
  RecordId sample = 0;
  std::string reader;
  std::string started_utc;
  std::string closed_utc;  // empty: still being read
  int read = 0;            // cells with a call
};

struct CellReading {
  RecordId cell = 0;
  CellCall call;
};

// Goes on with the user's open reading of the sample, or begins one. Throws InputError, PermissionError.
Reading start_reading(Catalog& catalog, RecordId sample);
// Of any reader; the calls are shown by reading_calls().
[[nodiscard]] std::vector<Reading> list_readings(const Catalog& catalog, RecordId sample);

// The cells of the sample as the model left them, with this reader's own calls; nobody else's reviews are shown.
// `filter` selects by measured values, scan and model class, pages and order. Throws PermissionError when it is
// another's.
[[nodiscard]] std::vector<CatalogCell> list_blinded_cells(const Catalog& catalog, RecordId reading,
                                                          const CellFilter& filter);
// All or none; a later call of a cell replaces an earlier one, which is kept. Throws PermissionError (another's
// reading), InputError (closed; no cell of the sample).
void call_cells(Catalog& catalog, RecordId reading, std::span<const CellReading> calls);
// No more calls; now others may see them. Throws PermissionError, InputError.
void close_reading(Catalog& catalog, RecordId reading);

// The latest call of every cell that was read, by cell. Throws PermissionError when it is another's and not closed.
[[nodiscard]] std::vector<CellReading> reading_calls(const Catalog& catalog, RecordId reading);

struct CallPair {
  RecordId cell = 0;
  CellCall first;
  CellCall second;
};
// Cells called in both readings. Throws like reading_calls().
[[nodiscard]] std::vector<CallPair> compare_readings(const Catalog& catalog, RecordId first, RecordId second);
// `first` is the class now of the cells that were reviewed.
[[nodiscard]] std::vector<CallPair> compare_with_review(const Catalog& catalog, RecordId reading);

}  // namespace tomocyte
