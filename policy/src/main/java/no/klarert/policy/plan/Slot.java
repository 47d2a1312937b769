package no.klarert.policy.plan;

import no.klarert.policy.AttributeName;

/** Where an evaluation keeps what it has looked up under a key. */
record Slot(int index, AttributeKey key) {
    AttributeName name() {
        return key.name();
    }
}
