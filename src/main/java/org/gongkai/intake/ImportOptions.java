package org.gongkai.intake;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The options of the command.
 *
 * @param sources files and folders to read
 * @param json folder to write reports to
 * @param service address of the service to send reports to
 * @param tokenFile file with the token for the service
 * @param acceptGuesses true to send reports with issues that a person should look at first
 */
record ImportOptions(
        List<Path> sources,
        Optional<Path> json,
        Optional<URI> service,
        Optional<Path> tokenFile,
        boolean acceptGuesses) {

    static final String USAGE = """
            Usage: import FILE… [--json DIR] [--submit --to URL --token-file FILE [--accept-guesses]]

            Extracts annual reports from HTML pages (.html, .htm, .shtml), DOCX files and plain text (.txt). A folder stands
            for all such files in it. Prints one line per document, followed by the issues to review. Without --submit, the
            command needs neither a database nor a service.

              --json DIR          write the extracted reports to DIR, as JSON
              --submit            send the reports to a running service, which recognizes their agencies
              --to URL            address of the service, such as https://gongkai.example
              --token-file FILE   file with a token of the oversight office, or of the agency of the reports
              --accept-guesses    also send reports with guesses and doubts; incomplete reports are never sent

            Exit code: 0 if everything was read (and sent), 1 if something was not, 2 for wrong usage.""";

    /** Thrown for a command line that is not valid. */
    static final class WrongUsage extends Exception {

        private static final long serialVersionUID = 1L;

        WrongUsage(String reason) {
            super(reason);
        }
    }

    static ImportOptions of(List<String> arguments) throws WrongUsage {
        Deque<String> left = new ArrayDeque<>(arguments);
        List<Path> sources = new ArrayList<>();
        Path json = null;
        URI service = null;
        Path tokenFile = null;
        boolean submit = false;
        boolean acceptGuesses = false;
        while (!left.isEmpty()) {
            String argument = left.removeFirst();
            switch (argument) {
                case "--json" -> json = Path.of(value(argument, left));
                case "--to" -> service = address(value(argument, left));
                case "--token-file" -> tokenFile = Path.of(value(argument, left));
                case "--submit" -> submit = true;
                case "--accept-guesses" -> acceptGuesses = true;
                default -> sources.add(source(argument));
            }
        }
        if (sources.isEmpty()) {
            throw new WrongUsage("No files are given");
        }
        if (submit != (service != null) || submit != (tokenFile != null) || acceptGuesses && !submit) {
            throw new WrongUsage(
                    "--submit requires --to and --token-file; --to, --token-file and --accept-guesses require --submit");
        }
        return new ImportOptions(
                List.copyOf(sources),
                Optional.ofNullable(json),
                Optional.ofNullable(service),
                Optional.ofNullable(tokenFile),
                acceptGuesses);
    }

    private static String value(String option, Deque<String> left) throws WrongUsage {
        if (left.isEmpty() || left.peekFirst().startsWith("--")) {
            throw new WrongUsage(option + " requires a value");
        }
        return left.removeFirst();
    }

    private static Path source(String argument) throws WrongUsage {
        if (argument.startsWith("--")) {
            throw new WrongUsage("Unknown option " + argument);
        }
        return Path.of(argument);
    }

    private static URI address(String value) throws WrongUsage {
        try {
            URI address = URI.create(value.endsWith("/") ? value : value + "/");
            if (address.getHost() != null && List.of("http", "https").contains(address.getScheme())) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            throw new WrongUsage("--to requires an address such as https://gongkai.example, not " + value);
        }
        throw new WrongUsage("--to requires an address such as https://gongkai.example, not " + value);
    }
}
