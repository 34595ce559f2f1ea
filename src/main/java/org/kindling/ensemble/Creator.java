package org.kindling.ensemble;

import java.util.Optional;

/**
 * A person who made a model or an archive.
 *
 * @param givenName the given name or names
 * @param familyName the family name
 * @param email an address, if known
 * @param organisation where the person works, if known
 */
public record Creator(String givenName, String familyName, Optional<String> email, Optional<String> organisation) {}
