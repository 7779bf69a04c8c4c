// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>
#include <vector>

#include <sys/wait.h>
#include <unistd.h>

namespace {

struct Sample
{
    double ms = 0;
    double kib = 0;
};

long long now()
{
    timespec time{};
    clock_gettime(CLOCK_MONOTONIC, &time);
    return static_cast<long long>(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

/// Runs a program that prints "frame NS KIB"; the clock starts before the fork.
bool measure(std::vector<char *> arguments, Sample &sample)
{
    int ends[2];
    if (pipe(ends) != 0)
        return false;
    arguments.push_back(nullptr);
    const long long start = now();
    const pid_t child = fork();
    if (child == 0) {
        dup2(ends[1], STDOUT_FILENO);
        close(ends[0]);
        close(ends[1]);
        execv(arguments[0], arguments.data());
        _exit(127);
    }
    close(ends[1]);
    std::string output;
    char buffer[512];
    for (ssize_t got; (got = read(ends[0], buffer, sizeof buffer)) > 0;)
        output.append(buffer, std::size_t(got));
    close(ends[0]);
    int status = 0;
    waitpid(child, &status, 0);
    long long painted = 0;
    const std::size_t at = output.find("frame ");
    if (at == std::string::npos || std::sscanf(output.c_str() + at, "frame %lld %lf", &painted, &sample.kib) != 2)
        return false;
    sample.ms = double(painted - start) / 1e6;
    return true;
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

/// Alternating with the empty window; the first pair only warms the caches.
bool compare(int runs, const char *frame, const std::vector<char *> &empty, const std::vector<char *> &ours)
{
    std::vector<double> emptyMs, emptyKib, oursMs, oursKib;
    for (int run = -1; run < runs; ++run) {
        Sample first, second;
        setenv("PILOTHOUSE_BENCH_FRAME", "1", 1);
        if (!measure(empty, first))
            return false;
        setenv("PILOTHOUSE_BENCH_FRAME", frame, 1);
        if (!measure(ours, second))
            return false;
        if (run < 0)
            continue;
        emptyMs.push_back(first.ms);
        emptyKib.push_back(first.kib);
        oursMs.push_back(second.ms);
        oursKib.push_back(second.kib);
    }
    const bool whole = *frame == '2';
    std::printf("%s: %.1f ms, empty window %.1f ms, ratio %.2f (target %s)\n", whole ? "whole page" : "first frame",
        median(oursMs), median(emptyMs), median(oursMs) / median(emptyMs), whole ? "2.3" : "1.5");
    std::printf("peak RSS then: %.1f MiB, empty window %.1f MiB, ratio %.2f%s\n", median(oursKib) / 1024, median(emptyKib) / 1024,
        median(oursKib) / median(emptyKib), whole ? "" : " (target 1.6)");
    return true;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc < 3) {
        std::fprintf(stderr, "bench_startup RUNS PROGRAM [ARGUMENTS...]\n");
        return 2;
    }
    const int runs = std::max(1, std::atoi(argv[1]));
    std::string emptyPath = std::string(argv[0]).substr(0, std::string(argv[0]).rfind('/') + 1) + "bench_startup_empty";
    const std::vector<char *> empty{ emptyPath.data() };
    const std::vector<char *> ours(argv + 2, argv + argc);
    if (compare(runs, "1", empty, ours) && compare(runs, "2", empty, ours))
        return 0;
    std::fprintf(stderr, "%s or %s did not report its frame; is DISPLAY set?\n", empty[0], ours[0]);
    return 1;
}
