package io.renkei.ports.lanes;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** What operators ordered to hold. Safe for use by several threads and several nodes. */
@ProviderType
public interface Holds {

    /**
     * What is held now, those that are over left out. An order of this node is seen at once, one of another node within
     * a second; while the database cannot be had, what was known last.
     */
    List<Hold> holds();

    /**
     * Holds; a hold of the same subject is replaced.
     *
     * @throws io.renkei.ports.state.StateUnavailable if the database cannot be had: nothing is held by this call
     */
    void put(Hold hold);

    /**
     * Lifts the hold of a subject.
     *
     * @return whether there was one
     * @throws io.renkei.ports.state.StateUnavailable if the database cannot be had: what is held stays held
     */
    boolean lift(Hold.Subject subject);
}
