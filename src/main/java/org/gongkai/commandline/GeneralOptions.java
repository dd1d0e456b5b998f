package org.gongkai.commandline;

import picocli.CommandLine.Option;

/** The options of every command. */
public final class GeneralOptions {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true)
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true)
    private boolean version;
}
