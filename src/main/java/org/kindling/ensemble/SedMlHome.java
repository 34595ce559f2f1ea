package org.kindling.ensemble;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.kindling.network.InputException;
import org.kindling.sbml.CombineArchive;
import org.kindling.sbml.SbmlModel;
import org.kindling.sbml.SbmlReader;
import org.kindling.sbml.SbmlSource;

/**
 * Where a SED-ML document is found, and its models beside it.
 *
 * @param archive its archive, if it is in one
 * @param document its path, in the archive or in the file system
 */
record SedMlHome(Optional<CombineArchive> archive, Path document) {

    private static final Pattern REMOTE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*");

    SbmlModel model(String source) {
        if (REMOTE.matcher(source).matches()) {
            throw new InputException(
                    "model " + source,
                    "is not beside the SED-ML file, and nothing is fetched",
                    "save it there and write its file name as the source");
        }
        Path path = document.resolveSibling(source).normalize();
        if (archive.isEmpty()) {
            return SbmlReader.read(path);
        }
        String location = path.toString().replace('\\', '/');
        return SbmlReader.read(SbmlSource.of(location, archive.get().bytes(location)));
    }
}
