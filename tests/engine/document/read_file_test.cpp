// Files are read as bytes below a cap; what cannot be read says why.
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <thread>

#include "tests/engine/document/reading.hpp"

namespace plumbline {
namespace {

class ReadFile : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::path(::testing::TempDir()) /
              fmt::format("plumbline-read-file-{}", ::getpid());
    std::filesystem::create_directories(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  std::string write(const std::string& name, const std::string& text) {
    const std::string path = folder_ / name;
    std::ofstream(path, std::ios::binary) << text;
    return path;
  }

  static std::string reason(const std::string& path, std::size_t cap = 1000) {
    const Expected<std::string, Findings> text = read_file(path, cap);
    if (text.has_value()) return "read";
    EXPECT_EQ(text.error().size(), 1u);
    EXPECT_EQ(text.error().file(), path);
    const Finding& finding = text.error().all().front();
    EXPECT_TRUE(finding.place.is_nowhere());
    return render_message(finding.rule->message, finding);
  }

  std::filesystem::path folder_;
};

TEST_F(ReadFile, GivesTheBytesAsTheyAre) {
  const std::string bytes("a\r\n\0\xFF b", 7);
  const Expected<std::string, Findings> text = read_file(write("bytes", bytes));
  ASSERT_TRUE(text.has_value());
  EXPECT_EQ(text.value(), bytes);
  EXPECT_EQ(read_file(write("empty", "")).value(), "");
}

TEST_F(ReadFile, ReadsUpToTheCapAndNotBeyond) {
  const std::string at_cap(200'000, 'x');
  EXPECT_EQ(read_file(write("at", at_cap), at_cap.size()).value(), at_cap);
  EXPECT_EQ(reason(write("beyond", at_cap + "x"), at_cap.size()),
            "the file is 200,001 bytes, more than the 200,000 bytes that Plumbline reads");
}

TEST_F(ReadFile, NamesWhatIsMissingOrAFolder) {
  const std::string missing = folder_ / "missing.yaml";
  EXPECT_EQ(reason(missing), "cannot read " + missing + ": there is no such file");
  EXPECT_EQ(reason(folder_), "cannot read " + folder_.string() + ": it is a folder");
  const std::string below = write("file", "x") + "/below";
  EXPECT_EQ(reason(below), "cannot read " + below + ": a part of the path is a file, not a folder");
}

TEST_F(ReadFile, NamesWhatIsForbidden) {
  const std::string path = write("secret", "x");
  std::filesystem::permissions(path, std::filesystem::perms::none);
  if (::access(path.c_str(), R_OK) == 0) GTEST_SKIP() << "this user may read everything";
  EXPECT_EQ(reason(path), "cannot read " + path + ": you are not allowed to read it");
}

TEST_F(ReadFile, PathsAreNeutralisedInMessages) {
  EXPECT_EQ(reason("no\x1B[31m"), "cannot read no\\u{001B}[31m: there is no such file");
}

TEST_F(ReadFile, PipesAreReadToTheirEndButNotBeyondTheCap) {
  const std::string path = folder_ / "pipe";
  ASSERT_EQ(::mkfifo(path.c_str(), 0600), 0);
  const auto feed = [&path](std::size_t bytes) {
    return std::thread([&path, bytes] { std::ofstream(path) << std::string(bytes, 'x'); });
  };
  std::thread small = feed(900);
  EXPECT_EQ(read_file(path, 1000).value(), std::string(900, 'x'));
  small.join();
  std::thread large = feed(1001);
  EXPECT_EQ(reason(path),
            "the file is at least 1,001 bytes, more than the 1,000 bytes that Plumbline reads");
  large.join();
}

}  // namespace
}  // namespace plumbline
