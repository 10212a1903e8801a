// What judging costs against its floors: a cold start, a document from text, and the rules alone.
//
// Three promises, each measured beside a floor in the same run: a cold `check` against yaml-cpp's
// tree with ten hard-coded rules (whole process), text to findings against yaml-cpp's bare event
// stream, and nanoseconds per rule on a design that is read already.
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>
#include <string>

#include "engine/checks/rule.hpp"
#include "engine/compare/judgement.hpp"
#include "tests/benchmark/process.hpp"

namespace plumbline::benchmark {
namespace {

using Clock = std::chrono::steady_clock;

constexpr const char* kDesign = PLUMBLINE_SOURCE_DIR "/tests/benchmark/twelve-components.yaml";
constexpr const char* kQuestion =
    PLUMBLINE_SOURCE_DIR "/scenarios/questions/three-model-versions-every-document.yaml";

struct CountEvents : YAML::EventHandler {
  std::size_t events = 0;
  void OnDocumentStart(const YAML::Mark&) override { ++events; }
  void OnDocumentEnd() override { ++events; }
  void OnNull(const YAML::Mark&, YAML::anchor_t) override { ++events; }
  void OnAlias(const YAML::Mark&, YAML::anchor_t) override { ++events; }
  void OnScalar(const YAML::Mark&, const std::string&, YAML::anchor_t,
                const std::string&) override {
    ++events;
  }
  void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t,
                       YAML::EmitterStyle::value) override {
    ++events;
  }
  void OnSequenceEnd() override { ++events; }
  void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t,
                  YAML::EmitterStyle::value) override {
    ++events;
  }
  void OnMapEnd() override { ++events; }
};

std::string contents(const char* path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error(std::string("cannot read ") + path);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

// Seconds of one call: the median of many short batches.
template <class Body>
double seconds_of(const Body& body, int calls, int batches) {
  std::vector<double> times;
  for (int batch = 0; batch < batches; ++batch) {
    const auto begin = Clock::now();
    for (int call = 0; call < calls; ++call) body();
    times.push_back(std::chrono::duration<double>(Clock::now() - begin).count() / calls);
  }
  return median(times);
}

std::size_t events_of(const std::string& text) {
  std::istringstream stream(text);
  YAML::Parser parser(stream);
  CountEvents handler;
  parser.HandleNextDocument(handler);
  return handler.events;
}

std::size_t findings_of(const std::string& text) {
  const auto read = read_scenario(text, "benchmark.yaml", Catalog::built_in());
  if (!read.has_value()) throw std::runtime_error("the benchmark's scenario cannot be read");
  const Pipeline pipeline = Pipeline::build(read->scenario, read->scenario.options[0].design);
  const Estimates estimates = evaluate(pipeline);
  return check_design({pipeline, estimates}).size();
}

void print(const char* name, double value, const char* unit, double ratio, const char* promise,
           bool holds) {
  std::printf("  %-44s %10.3f %-8s %6.2f   %-24s %s\n", name, value, unit, ratio, promise,
              holds ? "holds" : "MISSED");
}

bool cold_start() {
  const auto costs = run_in_turn({{PLUMBLINE_FLOOR, kDesign},
                                  {PLUMBLINE_PROGRAM, "check", kDesign},
                                  {PLUMBLINE_PROGRAM, "compare", kQuestion}},
                                 100);
  const auto& [floor, check, compare] = std::tie(costs[0], costs[1], costs[2]);
  std::printf("cold start, whole process                                        ratio\n");
  print("floor: yaml-cpp tree, ten rules (cpu)", floor.cpu_ms, "ms", 1.0, "", true);
  const double check_ratio = check.cpu_ms / floor.cpu_ms;
  const double compare_ratio = compare.cpu_ms / floor.cpu_ms;
  print("check, 12 components, every rule (cpu)", check.cpu_ms, "ms", check_ratio, "at most 2.5 x",
        check_ratio <= 2.5);
  print("check, peak memory", check.peak_mib, "MiB", check.peak_mib / floor.peak_mib,
        "at most 10 MiB", check.peak_mib <= 10.0);
  print("compare, four options (cpu)", compare.cpu_ms, "ms", compare_ratio, "at most 5 x",
        compare_ratio <= 5.0);
  return check_ratio <= 2.5 && check.peak_mib <= 10.0 && compare_ratio <= 5.0;
}

bool from_text() {
  const std::string text = contents(kDesign);
  std::vector<double> ratios;
  double floor = 0.0;
  double ours = 0.0;
  for (int pair = 0; pair < 15; ++pair) {  // in turn, so that both meet the same machine
    floor = seconds_of([&] { events_of(text); }, 200, 1);
    ours = seconds_of([&] { findings_of(text); }, 200, 1);
    ratios.push_back(floor / ours);
  }
  const double ratio = median(ratios);
  std::printf("from text to the last finding, in process\n");
  print("floor: yaml-cpp events alone", 1.0 / floor, "docs/s", 1.0, "", true);
  print("read, pipeline, estimates, every rule", 1.0 / ours, "docs/s", ratio, "at least 0.75 x",
        ratio >= 0.75);
  return ratio >= 0.75;
}

bool rules_alone() {
  const auto read = read_scenario(contents(kDesign), "benchmark.yaml", Catalog::built_in());
  const Pipeline pipeline = Pipeline::build(read->scenario, read->scenario.options[0].design);
  const Estimates estimates = evaluate(pipeline);
  const RuleContext context{pipeline, estimates};
  std::size_t found = 0;
  const double all = seconds_of(
      [&] {
        for (const Rule* rule : all_rules()) {
          Findings findings;
          rule->check(context, rule->text, findings);
          found += findings.size();
        }
      },
      200, 25);
  const double per_rule = all / static_cast<double>(all_rules().size()) * 1e9;
  const auto question = read_scenario(contents(kQuestion), "question.yaml", Catalog::built_in());
  const double judging = seconds_of([&] { (void)judge(question->scenario); }, 20, 25);
  std::printf("rules on a design that is read already (%zu rules, %zu findings)\n",
              all_rules().size(), found / (200 * 25));
  print("one rule, one design of 12 components", per_rule, "ns", 0.0, "at most 100 ns",
        per_rule <= 100.0);
  print("whole judgement of four options", 1.0 / judging, "1/s", 0.0, "", true);
  return per_rule <= 100.0;
}

}  // namespace
}  // namespace plumbline::benchmark

int main() {
  try {
    using namespace plumbline::benchmark;
    const bool cold = cold_start();
    const bool text = from_text();
    const bool rules = rules_alone();
    return cold && text && rules ? 0 : 1;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "judging: %s\n", error.what());
    return 1;
  }
}
