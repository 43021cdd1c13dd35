package io.renkei.tools.linkage;

import io.renkei.tools.text.Narrator;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.util.List;

/** The scenes, one after the other, whatever becomes of one of them. */
final class Story {

    private final List<Scene> scenes;
    private final Narrator narrator;

    /** @param today in Japan */
    Story(Cast cast, LocalDate today, Narrator narrator) {
        this.scenes = List.of(
                new TaxScene(cast),
                new PensionScene(cast, today),
                new DeliveryScene(cast, today),
                new YearEndScene(cast, today),
                new BankScene(cast),
                new LackScene(cast),
                new CompanyScene(cast),
                new SignOutScene(cast),
                new DelegationScene(cast, today),
                new ErasureScene(cast));
        this.narrator = narrator;
    }

    Ending play() throws InterruptedException {
        Rows rows = new Rows(narrator);
        for (Scene scene : scenes) {
            rows.begin(scene.name());
            try {
                scene.play(rows);
            } catch (IOException | GeneralSecurityException | IllegalStateException differs) {
                rows.differs(differs);
            }
        }
        return new Ending(rows.all());
    }
}
