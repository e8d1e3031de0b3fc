// The fields of a report's parts, each named once for writing and for reading (report_json.cpp).
#pragma once

#include "core/report/report.h"

namespace tomocyte {

template <class V>
void visit_fields(V& v, Interval& x) {
  v("value", x.value), v("low", x.low), v("high", x.high);
}

template <class V>
void visit_fields(V& v, ReferenceRange& x) {
  v("low", x.low), v("high", x.high);
}

template <class V>
void visit_fields(V& v, Summary& x) {
  v("count", x.count), v("mean", x.mean), v("standard_deviation", x.standard_deviation);
  v("standard_error", x.standard_error), v("median", x.median), v("minimum", x.minimum), v("maximum", x.maximum);
}

template <class V>
void visit_fields(V& v, DifferentialRow& x) {
  v("class", x.cell_class), v("name", x.name), v("part_of", x.part_of), v("count", x.count), v("rate", x.rate);
  v("absolute_1e9_l", x.absolute_1e9_l), v("rate_range", x.rate_range), v("absolute_range", x.absolute_range);
  v("rate_flag", x.rate_flag), v("absolute_flag", x.absolute_flag);
}

template <class V>
void visit_fields(V& v, Differential& x) {
  v("white", x.white), v("per_100_white", x.per_100_white), v("excluded", x.excluded);
  v("white_cells", x.white_cells), v("unidentified", x.unidentified), v("not_distinguished", x.not_distinguished);
  v("total_white_1e9_l", x.total_white_1e9_l), v("total_white_range", x.total_white_range);
  v("total_white_flag", x.total_white_flag);
}

template <class V>
void visit_fields(V& v, Laboratory& x) {
  v("name", x.name), v("address", x.address);
}

template <class V>
void visit_fields(V& v, IndexSummary& x) {
  v("index", x.index), v("name", x.name), v("unit", x.unit), v("summary", x.summary);
}

template <class V>
void visit_fields(V& v, ClassIndices& x) {
  v("class", x.cell_class), v("name", x.name), v("indices", x.indices);
}

template <class V>
void visit_fields(V& v, ReasonCount& x) {
  v("reason", x.reason), v("cells", x.cells);
}

template <class V>
void visit_fields(V& v, ReportQuality& x) {
  v("scans", x.scans), v("cells_measured", x.cells_measured), v("rejected", x.rejected), v("uncertain", x.uncertain);
  v("cut_by_border", x.cut_by_border);
}

template <class V>
void visit_fields(V& v, ClassChange& x) {
  v("from", x.from), v("to", x.to), v("cells", x.cells);
}

template <class V>
void visit_fields(V& v, ReportReview& x) {
  v("reviewer", x.reviewer), v("reviewed", x.reviewed), v("unchanged", x.unchanged), v("changes", x.changes);
}

template <class V>
void visit_fields(V& v, ReportModel& x) {
  v("name", x.name), v("checksum", x.checksum);
}

template <class V>
void visit_fields(V& v, SignOff& x) {
  v("name", x.name), v("time_utc", x.time_utc);
}

template <class V>
void visit_fields(V& v, Report& x) {
  v("report_id", x.report_id), v("version", x.version), v("amends", x.amends);
  v("amendment_reason", x.amendment_reason), v("simulated", x.simulated), v("laboratory", x.laboratory);
  v("sample_id", x.sample_id), v("patient_id", x.patient_id), v("measured_utc", x.measured_utc);
  v("created_utc", x.created_utc), v("operator", x.operator_name), v("modality", x.modality);
  v("instrument", x.instrument), v("method", x.method), v("models", x.models), v("program", x.program);
  v("table_name", x.table_name), v("table_version", x.table_version), v("range_source", x.range_source);
  v("differential", x.differential), v("indices", x.indices), v("quality", x.quality), v("review", x.review);
  v("comments", x.comments), v("sign_off", x.sign_off);
}

}  // namespace tomocyte
