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

            Reads annual reports out of pages (.html, .htm, .shtml), DOCX files and plain text (.txt), and of folders all such files.
            Prints a line per document, and below what to look at. Without --submit it needs neither a database nor a service.

              --json DIR          write what was read to DIR, as reports in JSON
              --submit            send reports to a running service, which finds out whose they are
              --to URL            address of the service, such as https://gongkai.example
              --token-file FILE   file with a token of the oversight office, or of the agency whose reports these are
              --accept-guesses    send also what was guessed or is in doubt; what could not be read is never sent

            Ends with 0 when all was read (and sent), 1 when something was not, 2 for a wrong use.""";

    /** Thrown for a command line that is not valid. */
    static final class WrongUse extends Exception {

        private static final long serialVersionUID = 1L;

        WrongUse(String reason) {
            super(reason);
        }
    }

    static ImportOptions of(List<String> arguments) throws WrongUse {
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
            throw new WrongUse("No files are named");
        }
        if (submit != (service != null) || submit != (tokenFile != null) || acceptGuesses && !submit) {
            throw new WrongUse("--submit goes together with --to and --token-file");
        }
        return new ImportOptions(
                List.copyOf(sources),
                Optional.ofNullable(json),
                Optional.ofNullable(service),
                Optional.ofNullable(tokenFile),
                acceptGuesses);
    }

    private static String value(String option, Deque<String> left) throws WrongUse {
        if (left.isEmpty() || left.peekFirst().startsWith("--")) {
            throw new WrongUse(option + " wants a value");
        }
        return left.removeFirst();
    }

    private static Path source(String argument) throws WrongUse {
        if (argument.startsWith("--")) {
            throw new WrongUse("There is no option " + argument);
        }
        return Path.of(argument);
    }

    private static URI address(String value) throws WrongUse {
        try {
            URI address = URI.create(value.endsWith("/") ? value : value + "/");
            if (address.getHost() != null && List.of("http", "https").contains(address.getScheme())) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            throw new WrongUse("--to wants an address such as https://gongkai.example, not " + value);
        }
        throw new WrongUse("--to wants an address such as https://gongkai.example, not " + value);
    }
}
