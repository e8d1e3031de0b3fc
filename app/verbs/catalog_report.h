// The report of a sample that the catalog knows, as the laboratory's settings want it.
#pragma once

#include "app/verbs/catalog_choice.h"
#include "app/workflow/laboratory_settings.h"
#include "app/workflow/sample_report.h"

namespace tomocyte {

struct CatalogReport {
  SampleReport made;
  LaboratorySettings settings;
  std::vector<CatalogScan> scans;
};

// `version` 0: as the sample stands now (the signed report where nothing has changed since); otherwise that signed
// version. `heading`: what the laboratory says besides. Throws InputError: no such sample or version.
[[nodiscard]] CatalogReport report_of_catalog(const CatalogChoice& choice, const std::string& sample_id, int version,
                                              const Report& heading);

}  // namespace tomocyte
