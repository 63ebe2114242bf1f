package dev.callboard.kit.test.broken.one;

import dev.callboard.kit.test.broken.two.Sheet;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;

import java.util.Set;
import java.util.UUID;

/** Breaks: entities stay in their feature. */
@Entity
class Folder {
    @Id
    UUID id;

    @OneToMany
    Set<Sheet> sheets;
}
