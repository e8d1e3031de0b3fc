#include "app/verbs/catalog_report.h"

#include <fmt/format.h>

#include "core/catalog/samples.h"
#include "core/catalog/scans.h"
#include "core/error.h"

namespace tomocyte {

CatalogReport report_of_catalog(const CatalogChoice& choice, const std::string& sample_id, int version,
                                const Report& heading) {
  const Catalog catalog = open_catalog(choice);
  const std::optional<Sample> sample = find_sample(catalog, sample_id);
  if (!sample)
    throw InputError(fmt::format("the catalog has no sample \"{}\"", sample_id),
                     "`tomocyte catalog samples` lists them.");
  CatalogReport result;
  result.settings = laboratory_settings(catalog);
  result.scans = list_scans(catalog, sample->id);
  if (version > 0) {
    result.made = signed_version(catalog, sample->id, version);
    return result;
  }
  SampleReportRequest request;
  request.sample = sample->id;
  request.heading = heading;
  if (request.heading.laboratory.name.empty()) request.heading.laboratory = result.settings.layout.laboratory;
  request.table = result.settings.classes;
  result.made = sample_report(catalog, request);
  return result;
}

}  // namespace tomocyte
