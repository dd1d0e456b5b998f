package org.gongkai.commandline;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version of the product, and of the Java that runs it. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {
            CommandLines.PROGRAM + " " + product(),
            "Java " + System.getProperty("java.runtime.version") + ", " + System.getProperty("os.name") + " "
                    + System.getProperty("os.arch")
        };
    }

    /** Returns the version that the package records; classes that are not packaged have none. */
    private static String product() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("?");
    }
}
