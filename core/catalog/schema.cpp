#include "core/catalog/schema.h"

#include <fmt/format.h>

namespace tomocyte {
namespace {

// {id} and {bytes} stand for what the engines call differently.
const std::vector<std::string> kVersion1 = {
    "CREATE TABLE catalog_info (name TEXT PRIMARY KEY, value TEXT NOT NULL)",
    R"(CREATE TABLE users (
  id {id}, name TEXT NOT NULL UNIQUE, full_name TEXT NOT NULL, role TEXT NOT NULL, password TEXT NOT NULL,
  enabled INTEGER NOT NULL, failed_attempts INTEGER NOT NULL, locked_until_utc TEXT NOT NULL, created_utc TEXT NOT NULL))",
    R"(CREATE TABLE samples (
  id {id}, sample_id TEXT NOT NULL UNIQUE, donor_id TEXT NOT NULL, received_utc TEXT NOT NULL,
  white_cells_1e9_per_l DOUBLE PRECISION, comment TEXT NOT NULL, simulated INTEGER NOT NULL, revision BIGINT NOT NULL))",
    R"(CREATE TABLE scans (
  id {id}, sample BIGINT NOT NULL REFERENCES samples(id), path TEXT NOT NULL, checksum TEXT NOT NULL UNIQUE,
  bytes BIGINT NOT NULL, acquired_utc TEXT NOT NULL, imported_utc TEXT NOT NULL, imported_by TEXT NOT NULL,
  simulated INTEGER NOT NULL))",
    R"(CREATE TABLE cells (
  id {id}, scan BIGINT NOT NULL REFERENCES scans(id), sample BIGINT NOT NULL REFERENCES samples(id),
  label INTEGER NOT NULL,
  centroid_z_um DOUBLE PRECISION NOT NULL, centroid_y_um DOUBLE PRECISION NOT NULL,
  centroid_x_um DOUBLE PRECISION NOT NULL,
  volume_fl DOUBLE PRECISION NOT NULL, surface_area_um2 DOUBLE PRECISION NOT NULL,
  sphericity DOUBLE PRECISION NOT NULL, dry_mass_pg DOUBLE PRECISION NOT NULL,
  protein_density_g_dl DOUBLE PRECISION NOT NULL, mean_ri DOUBLE PRECISION NOT NULL,
  corpuscular_volume_fl DOUBLE PRECISION NOT NULL, corpuscular_hemoglobin_pg DOUBLE PRECISION NOT NULL,
  touches_border INTEGER NOT NULL, too_small INTEGER NOT NULL,
  box_begin_z INTEGER NOT NULL, box_begin_y INTEGER NOT NULL, box_begin_x INTEGER NOT NULL,
  box_end_z INTEGER NOT NULL, box_end_y INTEGER NOT NULL, box_end_x INTEGER NOT NULL,
  annotation TEXT NOT NULL, model TEXT NOT NULL, model_checksum TEXT NOT NULL, model_class TEXT NOT NULL,
  model_probability DOUBLE PRECISION NOT NULL, probabilities TEXT NOT NULL, uncertain TEXT NOT NULL,
  cell_class TEXT NOT NULL, flags INTEGER NOT NULL, reviewed INTEGER NOT NULL, version BIGINT NOT NULL,
  UNIQUE (scan, label)))",
    "CREATE TABLE thumbnails (cell BIGINT PRIMARY KEY REFERENCES cells(id), png {bytes} NOT NULL)",
    R"(CREATE TABLE reviews (
  id {id}, cell BIGINT NOT NULL REFERENCES cells(id), sample BIGINT NOT NULL REFERENCES samples(id),
  reviewer TEXT NOT NULL, time_utc TEXT NOT NULL,
  from_class TEXT NOT NULL, from_flags INTEGER NOT NULL, from_reviewed INTEGER NOT NULL,
  to_class TEXT NOT NULL, to_flags INTEGER NOT NULL, to_reviewed INTEGER NOT NULL,
  reason TEXT NOT NULL, undoes BIGINT REFERENCES reviews(id), version BIGINT NOT NULL, UNIQUE (cell, version)))",
    R"(CREATE TABLE sign_offs (
  id {id}, sample BIGINT NOT NULL REFERENCES samples(id), version INTEGER NOT NULL,
  signer TEXT NOT NULL, signer_full_name TEXT NOT NULL, signed_utc TEXT NOT NULL, sample_revision BIGINT NOT NULL,
  snapshot TEXT NOT NULL, snapshot_checksum TEXT NOT NULL, amends BIGINT REFERENCES sign_offs(id),
  reason TEXT NOT NULL, override_reason TEXT NOT NULL, UNIQUE (sample, version)))",
    R"(CREATE TABLE comments (
  id {id}, sample BIGINT NOT NULL REFERENCES samples(id), cell BIGINT REFERENCES cells(id),
  author TEXT NOT NULL, time_utc TEXT NOT NULL, text TEXT NOT NULL))",
    R"(CREATE TABLE audit (
  id BIGINT PRIMARY KEY, time_utc TEXT NOT NULL, user_name TEXT NOT NULL, action TEXT NOT NULL,
  subject TEXT NOT NULL, detail TEXT NOT NULL, previous_hash TEXT NOT NULL, hash TEXT NOT NULL))",
    "CREATE INDEX scans_of_sample ON scans (sample)",
    "CREATE INDEX scans_by_path ON scans (path)",
    // The worklist counts from this index alone.
    "CREATE INDEX cells_of_sample ON cells (sample, cell_class, reviewed, too_small, flags)",
    // Lists over all samples: counts from the index alone, and pages in each order without sorting (cells.h).
    "CREATE INDEX cells_by_class ON cells (cell_class, too_small, reviewed, model_class)",
    "CREATE INDEX cells_uncertain ON cells (reviewed, too_small) WHERE uncertain <> ''",
    "CREATE INDEX cells_flagged ON cells (flags, too_small) WHERE flags <> 0",
    "CREATE INDEX cells_by_probability ON cells (model_probability, id, too_small)",
    // With the other indices, so that ranges of several of them are answered from it alone.
    R"(CREATE INDEX cells_by_volume ON cells (volume_fl, id, surface_area_um2, sphericity, dry_mass_pg, protein_density_g_dl,
  mean_ri, model_probability, too_small))",
    "CREATE INDEX cells_by_surface ON cells (surface_area_um2, id, too_small)",
    "CREATE INDEX cells_by_sphericity ON cells (sphericity, id, too_small)",
    "CREATE INDEX cells_by_dry_mass ON cells (dry_mass_pg, id, too_small)",
    "CREATE INDEX cells_by_density ON cells (protein_density_g_dl, id, too_small)",
    "CREATE INDEX cells_by_mean_ri ON cells (mean_ri, id, too_small)",
    "CREATE INDEX reviews_of_sample ON reviews (sample)",
    "CREATE INDEX comments_of_sample ON comments (sample)",
};

// The second reader.
const std::vector<std::string> kVersion2 = {
    R"(CREATE TABLE readings (
  id {id}, sample BIGINT NOT NULL REFERENCES samples(id), reader TEXT NOT NULL, started_utc TEXT NOT NULL,
  closed_utc TEXT NOT NULL))",
    R"(CREATE TABLE reading_calls (
  id {id}, reading BIGINT NOT NULL REFERENCES readings(id), cell BIGINT NOT NULL REFERENCES cells(id),
  cell_class TEXT NOT NULL, flags INTEGER NOT NULL, time_utc TEXT NOT NULL))",
    "CREATE INDEX readings_of_sample ON readings (sample)",
    "CREATE INDEX calls_of_reading ON reading_calls (reading, cell)",
};

// What the laboratory sets for all stations.
const std::vector<std::string> kVersion3 = {
    R"(CREATE TABLE settings (
  name TEXT PRIMARY KEY, value TEXT NOT NULL, revision BIGINT NOT NULL, changed_by TEXT NOT NULL,
  changed_utc TEXT NOT NULL))",
};

// Control measurements of the instruments.
const std::vector<std::string> kControls = {
    R"(CREATE TABLE controls (
  id {id}, instrument TEXT NOT NULL, control TEXT NOT NULL, measured_utc TEXT NOT NULL,
  mean_ri DOUBLE PRECISION NOT NULL, volume_fl DOUBLE PRECISION NOT NULL, dry_mass_pg DOUBLE PRECISION NOT NULL,
  objects INTEGER NOT NULL, scan TEXT NOT NULL, checksum TEXT NOT NULL UNIQUE, simulated INTEGER NOT NULL,
  entered_by TEXT NOT NULL, entered_utc TEXT NOT NULL))",
    R"(CREATE TABLE control_exclusions (
  id {id}, measurement BIGINT NOT NULL UNIQUE REFERENCES controls(id), reason TEXT NOT NULL, excluded_by TEXT NOT NULL,
  time_utc TEXT NOT NULL))",
    R"(CREATE TABLE control_targets (
  id {id}, instrument TEXT NOT NULL, control TEXT NOT NULL, quantity TEXT NOT NULL, mean DOUBLE PRECISION,
  standard_deviation DOUBLE PRECISION, source TEXT NOT NULL, entered_by TEXT NOT NULL, time_utc TEXT NOT NULL))",
    "CREATE INDEX controls_of_series ON controls (instrument, control, measured_utc)",
};

struct Step {
  const std::vector<std::string>& statements;
  std::vector<std::string> append_only;  // tables that triggers guard from then on
};

// In the order of the versions.
const std::vector<Step> kSteps = {
    {kVersion1, {"audit", "reviews", "sign_offs", "comments"}},
    {kVersion2, {"reading_calls"}},
    {kVersion3, {}},
    {kControls, {"controls", "control_exclusions", "control_targets"}},
};

void replace(std::string& text, const std::string& what, const std::string& by) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
    text.replace(at, what.size(), by);
}

std::vector<std::string> refuse_changes(const std::string& table, Engine engine) {
  if (engine == Engine::kPostgresql)
    return {fmt::format("CREATE TRIGGER {0}_rows BEFORE UPDATE OR DELETE ON {0} FOR EACH ROW "
                        "EXECUTE FUNCTION tomocyte_append_only()",
                        table),
            fmt::format("CREATE TRIGGER {0}_all BEFORE TRUNCATE ON {0} FOR EACH STATEMENT "
                        "EXECUTE FUNCTION tomocyte_append_only()",
                        table)};
  std::vector<std::string> statements;
  for (const char* action : {"UPDATE", "DELETE"})
    statements.push_back(
        fmt::format("CREATE TRIGGER {0}_no_{1} BEFORE {1} ON {0} BEGIN "
                    "SELECT RAISE(ABORT, '{0} is append-only'); END",
                    table, action));
  return statements;
}

constexpr const char* kAppendOnlyFunction =
    "CREATE FUNCTION tomocyte_append_only() RETURNS trigger LANGUAGE plpgsql AS "
    "$$BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END$$";

}  // namespace

std::vector<std::string> schema_step(int version, Engine engine) {
  const bool server = engine == Engine::kPostgresql;
  const Step& step = kSteps.at(static_cast<std::size_t>(version - 1));
  std::vector<std::string> statements = step.statements;
  for (std::string& statement : statements) {
    replace(statement, "{id}", server ? "BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY" : "INTEGER PRIMARY KEY");
    replace(statement, "{bytes}", server ? "BYTEA" : "BLOB");
  }
  if (version == 1 && server) statements.emplace_back(kAppendOnlyFunction);
  for (const std::string& table : step.append_only)
    for (std::string& statement : refuse_changes(table, engine)) statements.push_back(std::move(statement));
  return statements;
}

}  // namespace tomocyte
