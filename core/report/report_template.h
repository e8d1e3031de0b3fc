// How a laboratory wants its pages: language, logo, name, which sections in which order. Data that it edits
// (resources/report/template.json and texts.json ship). The research-use words, NOT SIGNED and SIMULATED are no part of
// it: they stand on every page.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "core/report/report.h"

namespace tomocyte {

struct ReportTemplate {
  std::string language = "en";
  std::filesystem::path logo;  // picture file; empty: none
  std::string logo_data;       // or the picture itself: "data:image/png;base64,…"
  Laboratory laboratory;       // where the report itself names none
  std::vector<std::string> sections;
};

// Throws InputError: no JSON, an unknown key, language or section.
[[nodiscard]] ReportTemplate report_template_from_json(const std::string& json);
[[nodiscard]] ReportTemplate default_report_template();
// What report_template_from_json() reads.
[[nodiscard]] std::string report_template_to_json(const ReportTemplate& layout);
// All that a template can name, in the order of the one that ships.
[[nodiscard]] std::vector<std::string> report_sections();

// A picture file as the text that a template holds. Throws FileError: not there, no PNG, JPEG or SVG, above 1 MB.
[[nodiscard]] std::string logo_data_of(const std::filesystem::path& file);

// The texts of a language. Names of classes and indices that it does not have stay as they are.
class ReportTexts {
 public:
  // Throws InputError when there is no such language.
  explicit ReportTexts(const std::string& language);
  // Throws InputError for a key that the table lacks.
  [[nodiscard]] const std::string& operator[](const std::string& key) const;
  [[nodiscard]] std::string name(const std::string& english) const;
  [[nodiscard]] static std::vector<std::string> languages();

 private:
  std::map<std::string, std::string> texts_;
};

}  // namespace tomocyte
