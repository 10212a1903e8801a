// Code and what it carries are larger than a package of the service may be.
#include <algorithm>

#include "engine/checks/helpers.hpp"
#include "engine/checks/needs.hpp"

namespace plumbline {
namespace {

// The kind of package that is stated, else the roomier of the two: the builder may choose.
Bound package_bound(const RuleContext& context, const Need& need) {
  const Bound archive = bound_of(context.pipeline, need.id, "package-size");
  const Bound image = bound_of(context.pipeline, need.id, "image-size");
  const Setting* package = need.component->find_setting("package");
  if (package != nullptr && package->written == Written::Stated) {
    return package->text == "image" ? image : archive;
  }
  if (!archive.exists() || !image.exists()) return archive.exists() ? archive : image;
  return archive.allowed.high < image.allowed.high ? image : archive;
}

void check(const RuleContext& context, const RuleText& text, Findings& findings) {
  for_each_need(context.pipeline, [&](const Need& need) {
    // A managed model is fetched when it is loaded; only the customer's own code is packed.
    if (!need.part->service->calls_apis || need.work->size.place.is_nowhere()) return;
    Finding* finding =
        add_if_beyond(context, text, package_bound(context, need), need.id,
                      place_of(context.pipeline, need.id), need.work->size, findings);
    if (finding == nullptr) return;
    finding->with("work", std::string(need.work->name)).related_to(need.work->place, "its size");
  });
}

}  // namespace

constinit const Rule rules::code_too_large{
    .text =
        {
            .id = "PLB1007",
            .slug = "code-too-large",
            .kind = Kind::MemoryOrDisk,
            .severity = Severity::Violation,
            .title = "code is larger than a package may be",
            .message =
                "{work} with its libraries is {needs}; a package of {part} is at most {allowed}",
            .rationale = "A larger package or image is refused when it is uploaded.",
            .fix = "Use a container image where an archive is too small, or fetch large files when "
                   "the code starts.",
            .source = "https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html",
        },
    .check = &check,
};

}  // namespace plumbline
