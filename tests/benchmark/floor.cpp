// The floor of the cold start: what one would write in an afternoon, yaml-cpp's own tree and ten
// hard-coded rules.
#include <yaml-cpp/yaml.h>

#include <cstdio>
#include <string>

namespace {

int rules(const YAML::Node& design) {
  int findings = 0;
  for (const auto& entry : design["components"]) {
    const YAML::Node& component = entry.second;
    const auto service = component["service"].as<std::string>("");
    if (service.empty()) ++findings;
    if (service == "lambda" && component["timeout"].as<std::string>("") == "20 min") ++findings;
    if (service == "lambda" && component["memory"].as<std::string>("") == "16 GB") ++findings;
    if (service == "sagemaker-endpoint" && component["instance-count"].as<int>(1) > 4) ++findings;
    if (service == "sqs" && component["visibility"].as<std::string>("") == "13 h") ++findings;
    if (component["variants"] && component["variants"].size() > 10) ++findings;
    if (service == "batch" && component["mode"].as<std::string>("") == "lambda") ++findings;
    if (component["runs"] && component["serves"]) ++findings;
  }
  for (const auto& connection : design["connections"]) {
    for (const auto& entry : connection) {
      const auto ends = entry.first.as<std::string>();
      if (ends.find("->") == std::string::npos) ++findings;
      if (entry.second["by"].as<std::string>("").empty()) ++findings;
    }
  }
  return findings;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  try {
    const int findings = rules(YAML::LoadFile(argv[1])["design"]);
    std::printf("%d findings\n", findings);
    return findings == 0 ? 0 : 1;
  } catch (const YAML::Exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 2;
  }
}
