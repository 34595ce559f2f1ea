package org.kindling.ensemble;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.kindling.sbml.SbmlPatch;
import org.kindling.sbml.SbmlTemplate;

/** Writes members as SBML files: one document, written once, with the values and the id of each member filled in. */
final class MemberFiles {

    /** The entry of the program's annotation that holds the member's id. */
    static final String MEMBER = "member";

    private final SbmlTemplate template;
    private final String stem;

    private MemberFiles(SbmlTemplate template, String stem) {
        this.template = template;
        this.stem = stem;
    }

    /**
     * A writer of members.
     *
     * @param base what all members share; its annotation has the entry {@link #MEMBER}
     * @param addresses what differs between them
     * @param modelId the id of the model, which file names begin with
     */
    static MemberFiles of(SbmlPatch base, List<String> addresses, String modelId) {
        return new MemberFiles(SbmlTemplate.of(base, addresses, List.of(MEMBER)), FileName.of(modelId));
    }

    String name(String member) {
        return stem + "." + member + ".xml";
    }

    byte[] document(String member, double[] values) {
        return template.fill(values, Map.of(MEMBER, member));
    }

    void write(Path folder, String member, double[] values) throws IOException {
        Files.write(folder.resolve(name(member)), document(member, values));
    }
}
