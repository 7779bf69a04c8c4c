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

/// Runs a program that prints "first-frame NS KIB"; the clock starts before the fork.
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
    const std::size_t at = output.find("first-frame ");
    if (at == std::string::npos || std::sscanf(output.c_str() + at, "first-frame %lld %lf", &painted, &sample.kib) != 2)
        return false;
    sample.ms = double(painted - start) / 1e6;
    return true;
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

} // namespace

int main(int argc, char **argv)
{
    const int runs = argc > 1 ? std::max(1, std::atoi(argv[1])) : 15;
    const std::string folder = std::string(argv[0]).substr(0, std::string(argv[0]).rfind('/') + 1);
    std::string emptyPath = folder + "bench_startup_empty";
    std::string shellPath = folder + "bench_startup_shell";
    std::vector<char *> empty{ emptyPath.data() };
    std::vector<char *> ours(argv + std::min(argc, 2), argv + argc);
    if (ours.empty())
        ours.push_back(shellPath.data());
    setenv("PILOTHOUSE_BENCH_FIRST_FRAME", "1", 1);
    std::vector<double> emptyMs, emptyKib, oursMs, oursKib;
    for (int run = -1; run < runs; ++run) { // alternating, the first pair only warms the caches
        Sample first, second;
        if (!measure(empty, first) || !measure(ours, second)) {
            std::fprintf(stderr, "%s or %s did not report its first frame; is DISPLAY set?\n", empty[0], ours[0]);
            return 1;
        }
        if (run < 0)
            continue;
        emptyMs.push_back(first.ms);
        emptyKib.push_back(first.kib);
        oursMs.push_back(second.ms);
        oursKib.push_back(second.kib);
    }
    std::printf("first frame: %.1f ms, empty %.1f ms, ratio %.2f (target 1.5)\n", median(oursMs), median(emptyMs),
        median(oursMs) / median(emptyMs));
    std::printf("peak RSS: %.1f MiB, empty %.1f MiB, ratio %.2f (target 1.6)\n", median(oursKib) / 1024, median(emptyKib) / 1024,
        median(oursKib) / median(emptyKib));
    return 0;
}
