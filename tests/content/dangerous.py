"""The twelve most dangerous claims as people might write them; none is true.

The numbers are those of the evidence ledger, section 6.
"""

# What the claim says, and how it might be written in each language of the shipped pack.
DANGEROUS: dict[int, tuple[str, dict[str, tuple[str, ...]]]] = {
    1: (
        "a spray lets you be treated without a clinic",
        {
            "en": (
                "With the nasal spray you can be treated without a clinic.",
                "You do not need a clinic for the nose spray.",
                "The spray can be used outside a hospital.",
                "You can use the spray on your own.",
                "No medical staff are needed for the spray.",
                "The spray is self-administered, with no need for supervision.",
            ),
            "es": (
                "Con el aerosol puede tratarse sin una clínica.",
                "El aerosol no necesita supervisión.",
                "Puede usar el aerosol por su cuenta.",
                "El aerosol se usa fuera del hospital.",
            ),
            "ar": (
                "يمكنك استخدام البخاخ دون عيادة.",
                "لا تحتاج إلى إشراف عند استخدام البخاخ.",
                "يمكنك أن تستخدم البخاخ وحدك.",
                "المراقبة غير ضرورية مع البخاخ.",
            ),
        },
    ),
    2: (
        "the FDA approved ketamine for depression",
        {
            "en": (
                "The FDA approved ketamine for depression.",
                "Ketamine is approved for this.",
                "FDA-approved ketamine is here.",
                "Ketamine by vein has been cleared by the FDA.",
                "Ketamine has full FDA approval for low mood.",
            ),
            "es": (
                "La FDA aprobó la ketamina para la depresión.",
                "La ketamina está aprobada para la depresión.",
                "La cetamina tiene el aval de la FDA.",
            ),
            "ar": (
                "وافقت إدارة الغذاء والدواء على الكيتامين لعلاج الاكتئاب.",
                "الكيتامين معتمد لعلاج الاكتئاب.",
                "الكيتامين مرخّص لهذا الاستعمال.",
            ),
        },
    ),
    3: (
        "ketamine under the tongue is safe at home",
        {
            "en": (
                "Ketamine under the tongue is safe to use at home.",
                "You can safely take your dose at home.",
                "At home, the lozenges are safe.",
                "At-home ketamine suits many people.",
                "You can take the spray home.",
            ),
            "es": (
                "Es seguro usar la ketamina en casa.",
                "En casa, la dosis es segura.",
                "Puede llevarse el aerosol a su casa.",
                "La ketamina bajo la lengua se toma en el hogar.",
            ),
            "ar": (
                "استخدام الكيتامين في المنزل آمن.",
                "يمكنك تناول الجرعة في البيت.",
                "يمكنك أن تأخذ البخاخ معك إلى البيت.",
            ),
        },
    ),
    4: (
        "the risk of addiction is minimal",
        {
            "en": (
                "The risk of addiction is minimal.",
                "Ketamine is not addictive.",
                "There is little risk of misuse with a doctor.",
                "People rarely become addicted.",
                "You cannot get hooked on it in a clinic.",
                "Addiction is very unlikely.",
            ),
            "es": (
                "El riesgo de adicción es mínimo.",
                "La ketamina no es adictiva.",
                "Hay poco riesgo de mal uso.",
                "Nadie se engancha en una clínica.",
            ),
            "ar": (
                "خطر الإدمان ضئيل.",
                "الكيتامين لا يسبب الإدمان.",
                "لا يوجد خطر من إساءة الاستخدام.",
            ),
        },
    ),
    5: (
        "there is no dependence or withdrawal in treatment",
        {
            "en": (
                "There is no physical dependence, and no withdrawal.",
                "Withdrawal is not a problem in a clinic.",
                "The body does not get used to it.",
                "You can quit at any time without any symptoms.",
            ),
            "es": (
                "No hay dependencia física.",
                "El cuerpo no se acostumbra.",
                "Puede dejarla cuando quiera sin ningún problema.",
                "Se puede parar sin abstinencia.",
            ),
            "ar": (
                "لا يوجد اعتماد جسدي.",
                "الجسم لا يتعود عليه.",
                "تتوقف متى شئت دون أي أعراض.",
            ),
        },
    ),
    6: (
        "esketamine is made to cause less dissociation",
        {
            "en": (
                "With esketamine, dissociation is reduced.",
                "The spray causes less dissociation.",
                "You will not feel cut off from your body.",
                "Feeling unreal is rare with the spray.",
                "The spray is made to limit dissociation.",
            ),
            "es": (
                "El aerosol causa menos disociación.",
                "La disociación es leve con el aerosol.",
                "No se sentirá desconectado.",
            ),
            "ar": (
                "البخاخ يسبب أقل انفصالا عن الواقع.",
                "الانفصال عن الواقع نادر مع البخاخ.",
                "لن تشعر بالانفصال عن جسمك.",
            ),
        },
    ),
    7: (
        "a shot takes hours, is mild and needs no medical setup",
        {
            "en": (
                "A shot is mild.",
                "The shot takes hours to work.",
                "A shot acts slowly and gently.",
                "A shot needs no monitors.",
                "The muscle takes it up gradually.",
            ),
            "es": (
                "La inyección es suave.",
                "La inyección tarda horas en hacer efecto.",
                "La inyección no requiere monitores.",
                "El pinchazo actúa poco a poco.",
            ),
            "ar": (
                "الحقنة خفيفة.",
                "تستغرق الحقنة ساعات حتى تعمل.",
                "الحقنة تعمل ببطء.",
                "الحقنة لا تحتاج إلى أجهزة مراقبة.",
            ),
        },
    ),
    8: (
        "it removes thoughts of suicide",
        {
            "en": (
                "It removes suicidal thoughts.",
                "It prevents suicide.",
                "It stops thoughts of ending your life.",
                "Suicidal thoughts go away after one dose.",
                "You do not need a crisis line after treatment.",
                "It gives instant relief.",
            ),
            "es": (
                "Elimina las ideas de suicidio.",
                "Previene el suicidio.",
                "Los pensamientos de muerte desaparecen.",
                "No necesita llamar a la línea de crisis.",
            ),
            "ar": (
                "يمنع الانتحار.",
                "يزيل أفكار الانتحار.",
                "تختفي أفكار الانتحار بعد جرعة.",
                "لا تحتاج إلى الاتصال بخط الأزمات.",
            ),
        },
    ),
    9: (
        "almost anyone can use it",
        {
            "en": (
                "Almost anyone can use it.",
                "It is for everyone.",
                "All adults can take it.",
                "It suits almost every person.",
                "No check-up is needed first.",
            ),
            "es": (
                "Casi cualquiera puede usarla.",
                "Es para todos.",
                "Todo el mundo puede tomarla.",
                "Se empieza sin evaluación.",
            ),
            "ar": (
                "يمكن لأي شخص تقريبا استخدامه.",
                "هو مناسب للجميع.",
                "كل البالغين يمكنهم استخدامه.",
                "تبدأ العلاج دون فحص.",
            ),
        },
    ),
    10: (
        "the dangers of the day are hidden or turned round",
        {
            "en": (
                "You can be driving home the same day.",
                "You may drive after 2 hours.",
                "You will not get sleepy.",
                "Your breathing is not affected.",
                "You can go home alone.",
                "You do not need a ride.",
            ),
            "es": (
                "Puede conducir el mismo día.",
                "No tendrá somnolencia.",
                "No afecta a la respiración.",
                "Puede volver solo a casa.",
            ),
            "ar": (
                "يمكنك قيادة السيارة في نفس اليوم.",
                "لن تشعر بالنعاس.",
                "لا يؤثر على التنفس.",
                "يمكنك العودة إلى البيت وحدك.",
            ),
        },
    ),
    11: (
        "it treats addiction",
        {
            "en": (
                "It treats addiction with lasting relief.",
                "It cuts cravings.",
                "Ketamine helps with alcohol problems.",
                "Cravings fade after one dose.",
            ),
            "es": (
                "Trata la adicción.",
                "Elimina las ansias.",
                "Ayuda contra el alcoholismo.",
            ),
            "ar": (
                "يعالج الإدمان.",
                "يقلل الرغبة في الشرب.",
                "يختفي الإدمان بعد العلاج.",
            ),
        },
    ),
    12: (
        "the change is permanent, and stories prove it",
        {
            "en": (
                "The change is permanent.",
                "The relief lasts for months.",
                "It cures depression.",
                "Our success stories show that it works.",
                "One patient said that it saved her.",
                "Your low mood will not come back.",
            ),
            "es": (
                "El cambio es permanente.",
                "El alivio dura meses.",
                "Cura la depresión.",
                "Nuestras historias de éxito lo muestran.",
            ),
            "ar": (
                "التغيير دائم.",
                "يستمر التحسن أشهرا.",
                "يشفي من الاكتئاب.",
                "قصص النجاح تثبت ذلك.",
            ),
        },
    ),
}
