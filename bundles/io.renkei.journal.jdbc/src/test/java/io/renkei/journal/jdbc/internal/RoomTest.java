package io.renkei.journal.jdbc.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.ports.artefacts.Artefact;
import io.renkei.ports.artefacts.ArtefactKind;
import io.renkei.ports.sites.SiteId;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RoomTest {

    private final Room room = new Room();

    private static Artefact of(String site, ArtefactKind kind) {
        return new Artefact(kind, new SiteId(site), Optional.empty(), new byte[0], Instant.EPOCH);
    }

    private int taken(Artefact artefact) {
        int taken = 0;
        while (room.take(artefact)) {
            taken++;
        }
        return taken;
    }

    @Test
    void thereIsNoneBeforeTheFirstCountAndThenASixteenthOfWhatWasFree() {
        Artefact proof = of("bank", ArtefactKind.SEEN);
        assertFalse(room.take(proof));

        room.counted(proof, 20_000);
        assertEquals(1_250, taken(proof));
        assertEquals(0, taken(proof));

        room.counted(proof, 15);
        assertEquals(0, taken(proof), "each is counted where hardly anything is free");
    }

    @Test
    void oneSitesRoomIsNoOthersAndOneKindsNoOther() {
        room.counted(of("bank", ArtefactKind.SEEN), 16);

        assertFalse(room.take(of("post", ArtefactKind.SEEN)));
        assertFalse(room.take(of("bank", ArtefactKind.CODE)));
        assertTrue(room.take(of("bank", ArtefactKind.SEEN)));
    }
}
