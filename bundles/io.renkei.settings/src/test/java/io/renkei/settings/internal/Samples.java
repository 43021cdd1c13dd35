package io.renkei.settings.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A declaration as a build makes it. */
final class Samples {

    static final String PID = "io.renkei.example";

    private Samples() {}

    static Schema schema() throws IOException {
        String text = """
                <?xml version="1.0" encoding="UTF-8"?>
                <metatype:MetaData xmlns:metatype="http://www.osgi.org/xmlns/metatype/v1.4.0">
                  <OCD id="x" name="Example" description="An example.">
                    <AD id="pause.millis" type="Long" default="500" min="10" max="1000" description="A pause."/>
                    <AD id="parallel" type="Integer" default="8" min="1" description="How many."/>
                    <AD id="mode" type="String" default="here" description="Where.">
                      <Option label="here" value="here"/>
                      <Option label="there" value="there"/>
                    </AD>
                    <AD id="trial" type="Boolean" default="false" description="Whether."/>
                    <AD id="endpoint.url" type="String" default="" description="A URL."/>
                  </OCD>
                  <Designate factoryPid="io.renkei.example"><Object ocdref="x"/></Designate>
                </metatype:MetaData>
                """;
        return SchemaReader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
