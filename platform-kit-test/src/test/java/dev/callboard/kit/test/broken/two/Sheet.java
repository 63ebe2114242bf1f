package dev.callboard.kit.test.broken.two;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import java.util.UUID;

@Entity
public class Sheet {
    @Id
    UUID id;
}
