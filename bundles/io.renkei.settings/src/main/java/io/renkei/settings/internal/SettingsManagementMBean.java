package io.renkei.settings.internal;

/**
 * Settings for a management client that is attached to this process; there is no remote one. Each throws {@code
 * IllegalArgumentException} with all that is wrong, and changes nothing then.
 */
public interface SettingsManagementMBean {

    String[] getNames();

    /** One line per configuration that is not right. */
    String[] getFaults();

    /** What is in use; the default where nobody set the key. */
    String get(String name, String key);

    void set(String name, String key, String value);

    /** Back to the default. */
    void unset(String name, String key);

    /** Back to before the last change. */
    void rollback(String name);
}
