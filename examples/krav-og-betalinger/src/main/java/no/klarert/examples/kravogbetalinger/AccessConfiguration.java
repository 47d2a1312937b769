package no.klarert.examples.kravogbetalinger;

import java.time.InstantSource;
import no.klarert.sdk.Authorizer;
import no.klarert.sdk.MaskinportenClient;
import no.klarert.sdk.PdpClient;
import no.klarert.sdk.TokenVerifier;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;

/** Everything the API needs of the SDK. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {
    /** Reads the settings before anything else is made, so that all that is wrong with them is said at once. */
    @Bean
    static BeanFactoryPostProcessor settings(ConfigurableEnvironment environment) {
        return beans -> beans.registerSingleton("kravOgBetalingerSettings", SettingsReader.read(environment));
    }

    @Bean
    @ConditionalOnMissingBean
    InstantSource clock() {
        return InstantSource.system();
    }

    @Bean
    AccessControl accessControl(Settings settings, InstantSource clock) {
        var verifier = TokenVerifier.builder(settings.issuer())
                .requireScope(AccessControl.SCOPE)
                .ignoreAudience()
                .clock(clock)
                .build();
        var maskinporten = MaskinportenClient.builder(settings.issuer(), settings.clientId(), settings.key())
                .clock(clock)
                .build();
        var pdp = PdpClient.builder(settings.platform(), maskinporten)
                .clock(clock)
                .build();
        return new AccessControl(verifier, new Authorizer(pdp));
    }
}
