package org.kindling.app.cli;

import org.kindling.app.Version;
import picocli.CommandLine.IVersionProvider;

/** Names the program and its version. */
final class KindlingVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"Kindling " + Version.current()};
    }
}
