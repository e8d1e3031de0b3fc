#include "app/workflow/reading_agreement.h"

#include <algorithm>
#include <map>

#include "app/workflow/sample_report.h"
#include "core/catalog/readings.h"
#include "core/error.h"

namespace tomocyte {

ReadingAgreement reading_agreement(const Catalog& catalog, RecordId reading) {
  const std::vector<CallPair> pairs = compare_with_review(catalog, reading);
  std::map<std::string, int> classes;
  for (const CallPair& pair : pairs)
    for (const CellCall& call : {pair.first, pair.second}) classes.emplace(called_class(call), 0);
  int next = 0;
  for (auto& [name, number] : classes) number = next++;
  Eigen::MatrixXi counts = Eigen::MatrixXi::Zero(next, next);
  for (const CallPair& pair : pairs) ++counts(classes[called_class(pair.first)], classes[called_class(pair.second)]);
  ReadingAgreement result{static_cast<int>(pairs.size()), static_cast<int>(counts.trace()), {}};
  if (classes.size() > 1) result.kappa = cohen_kappa(counts);
  return result;
}

}  // namespace tomocyte
