package org.gongkai.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The processor time of processes and threads, as reported by Linux. */
final class ProcessorTime {

    /** The unit of processor time in /proc. */
    private static final long MILLIS_PER_TICK = 10;

    private ProcessorTime() {}

    /** Returns the time that a process has used. */
    static Duration of(long process) {
        return ofTicks(ticks(stat(Path.of("/proc/" + process)), 2));
    }

    /** Returns the time that a process and its children have used, including children that have ended. */
    static Duration withChildren(long process) {
        long children = ProcessHandle.of(process).stream()
                .flatMap(ProcessHandle::children)
                .mapToLong(child -> ticks(stat(Path.of("/proc/" + child.pid())), 2))
                .sum();
        return ofTicks(ticks(stat(Path.of("/proc/" + process)), 4) + children);
    }

    /** Returns the time of the threads of a process whose statistics contain a name. */
    static Duration ofThreads(long process, String name) {
        try (Stream<Path> threads = Files.list(Path.of("/proc/%d/task".formatted(process)))) {
            return ofTicks(threads.map(ProcessorTime::stat)
                    .filter(stat -> stat.contains(name))
                    .mapToLong(stat -> ticks(stat, 2))
                    .sum());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Duration ofTicks(long ticks) {
        return Duration.ofMillis(MILLIS_PER_TICK * ticks);
    }

    /** Returns the statistics of a process or thread; empty if it has ended meanwhile. */
    private static String stat(Path process) {
        try {
            return Files.readString(process.resolve("stat"));
        } catch (IOException ended) {
            return "";
        }
    }

    /**
     * Returns the sum of the first times: those in user mode and in kernel mode (fields 14 and 15), then the same of
     * children that have ended. Field 2, in brackets, may contain spaces.
     */
    private static long ticks(String stat, int times) {
        if (stat.isEmpty()) {
            return 0;
        }
        List<String> fields = List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" "));
        return fields.subList(11, 11 + times).stream()
                .mapToLong(Long::parseLong)
                .sum();
    }
}
